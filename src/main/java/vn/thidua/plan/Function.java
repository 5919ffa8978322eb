package vn.thidua.plan;

/** What a person does for its party. The functions of outside bodies are those bodies' roles. */
public enum Function {
    OFFICE("Văn phòng", true),
    EMULATION_OFFICER("Chuyên viên thi đua, khen thưởng", true),
    TECH_CONTACT("Đầu mối kỹ thuật", true),
    UNIT_HEAD("Lãnh đạo đơn vị", true),
    OFFICE_CHIEF("Chánh, Phó Chánh Văn phòng", true),
    ACCOUNTANT("Kế toán", true),
    RECORDS_CLERK("Văn thư", true),
    STANDING_AGENCY("Cơ quan thường trực Hội đồng Thi đua - Khen thưởng", false),
    ORGANISER("Cơ quan tổ chức cụm, khối thi đua", false),
    COUNCIL_SPONSOR("Thành viên Hội đồng phụ trách cụm", false),
    PROVINCE_LEADER("Lãnh đạo UBND tỉnh phụ trách", false),
    PROVINCE("UBND tỉnh", false),
    PARTY_STANDING("Thường trực Tỉnh ủy", false),
    MINISTRY("Bộ Nội vụ", false);

    private final String title;
    private final boolean ofUnit;

    Function(String title, boolean ofUnit) {
        this.title = title;
        this.ofUnit = ofUnit;
    }

    public String title() {
        return title;
    }

    /** Held within a unit; otherwise it is the role of an outside body. */
    public boolean ofUnit() {
        return ofUnit;
    }
}
