package vn.thidua;

/** The parts that the commands are put together from: the only place that knows who carries them out. */
final class Parts {

    private Parts() {}

    static Rehearse rehearse() {
        return new RehearseYear();
    }

    static StartYear startYear() {
        return new StartOnDatabase();
    }

    static MakePast makePast() {
        return new MakeSamplePast();
    }
}
