package vn.thidua.cycle.complaints;

/**
 * What an officer or the head of a unit files; the unit follows from who files.
 *
 * @param concerns the unit whose figure it is
 * @param figure what should stand there, as it was typed
 */
public record NewComplaint(
        String yearId, String by, String concerns, String line, TypedFigure figure, String grounds) {}
