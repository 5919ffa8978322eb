package vn.thidua.duty.form;

/** Kinds of input that forms may contain; anything else (file picker, dynamic list) does not work in Tasklist. */
public enum FieldType {
    /** One line. */
    TEXT,
    /** Several lines. */
    AREA,
    NUMBER,
    DATE,
    TIME,
    DATETIME,
    CHECKBOX,
    RADIO,
    SELECT,
    CHECKLIST,
    TAGLIST;

    /** Whether the value is one of a list of options. */
    public boolean isChoice() {
        return this == RADIO || this == SELECT || isList();
    }

    /** Whether the value is a list of options. */
    public boolean isList() {
        return this == CHECKLIST || this == TAGLIST;
    }
}
