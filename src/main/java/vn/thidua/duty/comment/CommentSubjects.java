package vn.thidua.duty.comment;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The kinds of drafts that there are; asked for late, since they may need rounds themselves. */
@Component
class CommentSubjects {
    private final ObjectProvider<CommentSubject> subjects;

    CommentSubjects(ObjectProvider<CommentSubject> subjects) {
        this.subjects = subjects;
    }

    CommentSubject get(String code) {
        return subjects.stream()
                .filter(subject -> subject.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no draft of kind " + code));
    }

    List<String> codes() {
        return subjects.stream().map(CommentSubject::code).toList();
    }
}
