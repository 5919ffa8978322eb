package vn.thidua.cycle;

import vn.thidua.duty.DutyKey;
import vn.thidua.duty.DutyType;
import vn.thidua.plan.DutyCode;

/** What the running year asks of the process engine. One implementation, in the {@code engine} package. */
public interface YearEngine {

    /** Starts the process of a cluster year that stands in the tables. */
    void start(String yearId);

    /** Ends the year's process by way of its cancel event. */
    void cancel(String yearId);

    /** Ends the open tasks of one duty; its outcome is in the table already. */
    void endHandIn(DutyKey key);

    /** Lets every timer of the year read its date again, after dates have moved. */
    void recalculateTimers(String yearId);

    /** Shows the deadline that the tables now hold on the open tasks of one kind of duty: due date, description and form. */
    void dueDates(String yearId, DutyType type);

    /** Adds another party's people to the open task of a duty. */
    void addCandidates(DutyKey key);

    /** Gives the open tasks in which a unit's work is judged to those who hold their seats now, and takes them from all others. */
    void reseat(String yearId, String unit);

    void selfScoreIn(String yearId, String unit);

    void nominated(String yearId, String nominationId);

    /** Lets the invitations to the conference be prepared, where they still wait. */
    void consultationComplete(String yearId);

    void frozen(String yearId);

    /** Asks the seats to rule on one question about a file; asking again changes nothing. */
    void askForRuling(String yearId, String rulingKey);

    /** There is nothing to rule on any more. */
    void endRuling(String rulingKey);

    /** Nothing of the year is ruled on any more: the result is frozen, or the year is over. */
    void endRulings(String yearId);

    /** Lets a unit's officers follow a request for figures that stands in the tables. */
    void followDataRequest(String yearId, String requestKey);

    /** The year is over: nobody follows its requests for figures any more. */
    void endDataRequests(String yearId);

    /** Asks the seats to rule on a complaint. */
    void askAboutComplaint(String yearId, String complaintKey);

    /** No complaint of the year is ruled on any more: it is over. */
    void endComplaints(String yearId);

    void meetingEnded(String yearId, DutyCode meeting);

    /** Holds a meeting once more, at the instant now in the milestone. */
    void repeatMeeting(String yearId, DutyCode meeting);
}
