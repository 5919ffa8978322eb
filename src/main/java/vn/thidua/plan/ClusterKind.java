package vn.thidua.plan;

/** Cluster or block; party and front blocks also consult the Party standing committee (S3-05). */
public enum ClusterKind {
    CLUSTER("Cụm thi đua"),
    BLOCK("Khối thi đua"),
    PARTY_BLOCK("Khối thi đua các cơ quan Đảng"),
    FRONT_BLOCK("Khối thi đua Mặt trận và các đoàn thể");

    private final String title;

    ClusterKind(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public boolean consultsParty() {
        return this == PARTY_BLOCK || this == FRONT_BLOCK;
    }
}
