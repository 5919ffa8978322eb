package vn.thidua.cycle.requests;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.TimeSource;
import vn.thidua.cycle.requests.RequestSeats.Role;
import vn.thidua.duty.DutyTexts;
import vn.thidua.duty.Seats;
import vn.thidua.mail.MailModel;
import vn.thidua.mail.Outbox;
import vn.thidua.mail.RequestMail;
import vn.thidua.plan.Person;
import vn.thidua.plan.Plan;
import vn.thidua.year.YearStore;

/** The mails about a request: to the department, where it has an address, to the unit's officers and to its head. To nobody else. */
@Component
class RequestNotices {
    private final Outbox outbox;
    private final YearStore years;
    private final RequestTexts texts;
    private final DutyTexts dutyTexts;
    private final TimeSource time;

    RequestNotices(Outbox outbox, YearStore years, RequestTexts texts, DutyTexts dutyTexts, TimeSource time) {
        this.outbox = outbox;
        this.years = years;
        this.texts = texts;
        this.dutyTexts = dutyTexts;
        this.time = time;
    }

    void asked(DataRequest request) {
        Plan plan = years.plan(request.yearId());
        toSupplier(
                request,
                "asked",
                new RequestMail.DataRequested(
                        DutyTexts.yearName(plan),
                        DutyTexts.partyName(plan, request.unit()),
                        request.reference(),
                        texts.criteria(request),
                        request.question(),
                        DutyTexts.before(request.dueAt()),
                        texts.contact(request)));
    }

    /** @return the addresses written to */
    List<String> reminded(DataRequest request) {
        Plan plan = years.plan(request.yearId());
        String what = "reminder/" + request.dueAt();
        List<String> addresses = to(
                request,
                Role.OFFICER,
                what,
                new RequestMail.DataFollowReminder(
                        DutyTexts.yearName(plan),
                        DutyTexts.partyName(plan, request.unit()),
                        request.reference(),
                        request.supplier(),
                        request.question(),
                        DutyTexts.before(request.dueAt()),
                        RequestWords.of("consequence.OFFICER"),
                        texts.contact(request),
                        dutyTexts.tasklist()));
        addresses.addAll(toSupplier(
                request,
                what,
                new RequestMail.DataRequestedReminder(
                        DutyTexts.yearName(plan),
                        DutyTexts.partyName(plan, request.unit()),
                        request.reference(),
                        request.question(),
                        DutyTexts.before(request.dueAt()),
                        texts.contact(request))));
        return addresses;
    }

    void raised(DataRequest request) {
        Plan plan = years.plan(request.yearId());
        to(
                request,
                Role.HEAD,
                "raised/" + request.raisedAt(),
                new RequestMail.DataRaised(
                        DutyTexts.yearName(plan),
                        DutyTexts.partyName(plan, request.unit()),
                        request.reference(),
                        request.supplier(),
                        request.question(),
                        DutyTexts.before(texts.dueDate(request)),
                        RequestWords.of("consequence.HEAD"),
                        texts.history(request),
                        texts.contact(request),
                        dutyTexts.tasklist()));
    }

    /** What the head decided, to the officers: the last line of the history. */
    void instructed(DataRequest request, String by) {
        Plan plan = years.plan(request.yearId());
        DataRequest.Event last = request.history().get(request.history().size() - 1);
        to(
                request,
                Role.OFFICER,
                "instructed/" + last.at(),
                new RequestMail.DataInstructed(
                        DutyTexts.yearName(plan),
                        DutyTexts.partyName(plan, request.unit()),
                        request.reference(),
                        request.supplier(),
                        RequestTexts.act(last),
                        last.detail(),
                        DutyTexts.personName(plan, by),
                        texts.contact(request),
                        dutyTexts.tasklist()));
    }

    void extended(DataRequest request) {
        Plan plan = years.plan(request.yearId());
        toSupplier(
                request,
                "extended/" + request.dueAt(),
                new RequestMail.DataRequestedExtended(
                        DutyTexts.yearName(plan),
                        DutyTexts.partyName(plan, request.unit()),
                        request.reference(),
                        request.question(),
                        DutyTexts.before(request.dueAt()),
                        texts.contact(request)));
    }

    void withdrawn(DataRequest request) {
        Plan plan = years.plan(request.yearId());
        toSupplier(
                request,
                "withdrawn",
                new RequestMail.DataRequestedWithdrawn(
                        DutyTexts.yearName(plan),
                        DutyTexts.partyName(plan, request.unit()),
                        request.reference(),
                        request.question(),
                        texts.contact(request)));
    }

    private List<String> to(DataRequest request, Role role, String what, MailModel mail) {
        Plan plan = years.plan(request.yearId());
        List<String> addresses = new ArrayList<>();
        for (Person person : Seats.people(plan, List.of(RequestSeats.of(request.unit(), role)), time.now())) {
            enqueue(request, person.email(), person.name(), what + "/" + person.id(), mail);
            addresses.add(person.email());
        }
        return addresses;
    }

    private List<String> toSupplier(DataRequest request, String what, MailModel mail) {
        String address = request.supplierEmail();
        if (address == null) {
            return List.of();
        }
        enqueue(request, address, request.supplier(), what + "/supplier", mail);
        return List.of(address);
    }

    private void enqueue(DataRequest request, String address, String name, String what, MailModel mail) {
        outbox.enqueue(mail.to(address, name, request.key() + "/" + what, request.yearId(), null, request.unit()));
    }
}
