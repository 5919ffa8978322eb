package vn.thidua.plan;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads who takes part: cluster, division, units, bodies, people, contacts. */
final class PartiesReader {
    private PartiesReader() {}

    static ClusterInfo cluster(Section root) {
        Section s = root.section("cluster", Keys.CLUSTER);
        if (s == null) {
            return new ClusterInfo("", "", ClusterKind.CLUSTER);
        }
        ClusterKind kind = s.choice("kind", ClusterKind.class);
        return s.read(new ClusterInfo(text(s, "code"), text(s, "name"), kind == null ? ClusterKind.CLUSTER : kind));
    }

    static Optional<Division> division(Section root) {
        Section s = root.section("division", Keys.DIVISION);
        if (s == null) {
            return Optional.empty();
        }
        List<Division.OtherCluster> others = s.list(
                "otherClusters",
                Keys.OTHER_CLUSTER,
                o -> new Division.OtherCluster(text(o, "code"), o.values("units", Value::text)));
        var date = s.date("date");
        return date == null
                ? Optional.empty()
                : Optional.of(s.read(new Division(text(s, "number"), text(s, "title"), date, others)));
    }

    static @Nullable Unit unit(Section s) {
        UnitRole role = s.has("role") ? s.choice("role", UnitRole.class) : UnitRole.MEMBER;
        String code = s.text("code");
        return code == null || role == null ? null : new Unit(code, text(s, "name"), role);
    }

    static @Nullable Body body(Section s) {
        Function role = s.choice("role", Function.class);
        String code = s.text("code");
        return code == null || role == null ? null : new Body(code, text(s, "name"), role, s.text("unit"));
    }

    static @Nullable Person person(Section s) {
        Function function = s.choice("function", Function.class);
        String id = s.text("id");
        String email = text(s, "email");
        String party = text(s, "party");
        var from = s.date("from");
        var to = s.date("to");
        return id == null || function == null
                ? null
                : new Person(id, text(s, "name"), email, s.text("phone"), party, function, from, to);
    }

    static @Nullable Contact contact(Section s) {
        Topic topic = s.choice("topic", Topic.class);
        String person = s.text("person");
        return topic == null || person == null ? null : new Contact(topic, person);
    }

    /** Empty where it is missing, which has been reported. */
    static String text(Section s, String key) {
        String text = s.text(key);
        return text == null ? "" : text;
    }
}
