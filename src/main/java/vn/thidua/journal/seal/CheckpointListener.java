package vn.thidua.journal.seal;

/** Is told of checkpoints, each exactly once, in the transaction that marks it told. */
@FunctionalInterface
public interface CheckpointListener {
    void reached(Checkpoint checkpoint);
}
