package vn.thidua;

import java.io.PrintStream;

/** Where a command speaks: results and progress, and what is wrong. */
record Streams(PrintStream out, PrintStream err) {}
