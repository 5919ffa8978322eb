package vn.thidua.duty.comment;

/** What a comment round asks of the process engine; the tables have decided already. */
public interface RoundProcess {
    /** Asks every member; at the round's end the leader, where something is left to answer. */
    void begin(RoundKey key);

    /** Every comment has its answer: the leader is asked no more. */
    void answered(RoundKey key);

    /** The round was withdrawn, or the year is over: nobody is asked any more. */
    void over(RoundKey key);
}
