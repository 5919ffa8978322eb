package vn.thidua.evidence;

import java.util.List;

/**
 * @param reasons in Vietnamese: all that led to this verdict; never empty
 * @param notExamined in Vietnamese: what the verdict says nothing about
 */
public record Judgement(Verdict verdict, List<String> reasons, List<String> notExamined) {
    public Judgement {
        reasons = List.copyOf(reasons);
        notExamined = List.copyOf(notExamined);
    }
}
