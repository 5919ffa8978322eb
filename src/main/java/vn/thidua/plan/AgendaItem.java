package vn.thidua.plan;

/** One item of the conference's agenda, numbered from 1 (S3-09 to S3-17). */
public record AgendaItem(int number, String title) {}
