package vn.thidua.evidence.receiving;

import java.io.IOException;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thidua.evidence.EvidenceProperties;

/** Gives up uploads that nobody went on with, and bytes of uploads that nobody knows. */
@Component
public class UploadSweep {
    private final UploadRepository uploads;
    private final Incoming incoming;
    private final EvidenceProperties properties;

    UploadSweep(UploadRepository uploads, Incoming incoming, EvidenceProperties properties) {
        this.uploads = uploads;
        this.incoming = incoming;
        this.properties = properties;
    }

    public void sweep() throws IOException {
        for (UUID id : uploads.forget(properties.uploadLife())) {
            incoming.forget(id);
        }
        for (UUID id : incoming.all()) {
            boolean over = uploads.find(id).map(Upload::ended).orElse(true);
            if (over) {
                incoming.forget(id);
            }
        }
    }
}
