package vn.thidua;

import vn.thidua.rehearsal.Rehearsal;

/** The parts that the commands are put together from: the only place that knows who carries them out. */
final class Parts {

    private Parts() {}

    static Rehearse rehearse() {
        return (call, progress) -> {
            boolean closed = new Rehearsal(ThiduaApplication.class)
                    .run(call.plan(), call.script(), call.out(), call.settings(), progress);
            progress.println(Calls.SENTENCES.get(closed ? "rehearsed" : "notClosed", call.out()));
            return closed ? ExitCode.OK : ExitCode.NOT_JUDGED;
        };
    }

    static StartYear startYear() {
        return new StartOnDatabase();
    }

    static MakePast makePast() {
        return new MakeSamplePast();
    }

    private static int notBuilt() {
        throw new UnsupportedOperationException(Calls.SENTENCES.get("notBuilt"));
    }
}
