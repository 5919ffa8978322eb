package vn.thidua;

import java.util.List;

/** A command that looks at files named in its call before it begins. */
interface ChecksItsCall {

    /** Everything that is wrong with the call, as Vietnamese sentences; empty if nothing is. */
    List<String> wrongWithCall();
}
