package vn.thidua.plan;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;

/** Reads a plan from YAML and checks it; names everything that is wrong, with its line, before giving up. */
public final class PlanReader {
    private PlanReader() {}

    /** @throws PlanUnreadable where the file cannot be read, is no UTF-8 or no YAML */
    public static PlanReading read(Path file) {
        try {
            if (Files.size(file) > PlanText.MAX_BYTES) {
                return read("x".repeat(PlanText.MAX_BYTES + 1));
            }
            return read(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new PlanUnreadable("Không đọc được tệp " + file + "; kiểm tra tên tệp và quyền đọc.", 0);
        }
    }

    /** As {@link #read(Path)}, for a file that was uploaded. */
    public static PlanReading read(byte[] utf8) {
        try {
            return read(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new PlanUnreadable("Tệp không phải văn bản UTF-8; hãy lưu lại với bảng mã UTF-8.", 0);
        }
    }

    /** @throws PlanUnreadable where the text cannot be judged at all */
    public static PlanReading read(String text) {
        String yaml = PlanText.normalise(text);
        Problems problems = new Problems(new Marks());
        List<Integer> references = PlanText.linesWithReferences(yaml);
        if (!references.isEmpty()) {
            references.forEach(
                    line -> problems.form(
                            "",
                            line,
                            "yaml-reference",
                            "kế hoạch không dùng neo (&), bí danh (*) hay nhãn kiểu (!) của YAML; viết lại đầy đủ giá trị ở dòng này"));
            return new PlanReading(null, problems.sorted(), yaml);
        }
        MappingNode root = PlanText.root(yaml);
        problems.marks().walk(root, "");
        Section section = Section.of(root, "", Keys.ROOT, problems);
        Plan plan = plan(java.util.Objects.requireNonNull(section));
        PlanCheck.check(plan, problems);
        return new PlanReading(problems.readable() ? plan : null, problems.sorted(), yaml);
    }

    /** As much of a plan as the text gives; what is missing has been reported. */
    private static Plan plan(Section root) {
        Integer year = root.integer("year");
        List<DutyCode> originals = root.has("signedOriginals")
                ? root.values("signedOriginals", Value::duty)
                : List.of(DutyCode.SUPPLEMENT);
        Integer lead = root.integer("ceremonyLeadDays");
        Set<DutyCode> signed = EnumSet.noneOf(DutyCode.class);
        signed.addAll(originals);
        Set<DutyCode> stamped = EnumSet.noneOf(DutyCode.class);
        stamped.addAll(root.has("trustedTimes") ? root.values("trustedTimes", Value::duty) : List.of());
        return new Plan(
                PartiesReader.cluster(root),
                year == null ? 0 : year,
                PartiesReader.division(root).orElse(new Division("", "", LocalDate.EPOCH, List.of())),
                CalendarReader.calendar(root),
                root.list("units", Keys.UNIT, PartiesReader::unit),
                root.list("bodies", Keys.BODY, PartiesReader::body),
                root.list("people", Keys.PERSON, PartiesReader::person),
                root.list("contacts", Keys.CONTACT, PartiesReader::contact),
                root.list("bases", Keys.BASIS, RulesReader::basis),
                DatesReader.milestones(root),
                root.list("gaps", Keys.GAP, DatesReader::gap),
                CalendarReader.reminders(root),
                RulesReader.votes(root),
                signed,
                stamped,
                RulesReader.criteria(root),
                RulesReader.agenda(root),
                lead == null ? 0 : lead);
    }
}
