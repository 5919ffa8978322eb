package vn.thidua.mail;

/** A mail that is addressed to an office, not to a person: "Kính gửi: Sở Tài chính" without "Ông/Bà". */
interface ToOrganisation {}
