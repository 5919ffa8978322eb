package vn.thidua.tryout;

import java.security.SecureRandom;

/**
 * A password that can be read aloud and typed: four groups of four without look-alike characters (no 0/O, 1/l/I), with a
 * capital, a small letter, a digit and a hyphen in it, about 80 bits.
 */
final class RandomPassword {

    private static final String CAPITALS = "ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final String SMALL = "abcdefghijkmnpqrstuvwxyz";
    private static final String DIGITS = "23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomPassword() {}

    static String next() {
        StringBuilder password = new StringBuilder();
        for (int group = 0; group < 4; group++) {
            password.append(group == 0 ? "" : "-");
            password.append(one(group == 0 ? CAPITALS : SMALL)).append(one(DIGITS));
            password.append(one(SMALL + DIGITS)).append(one(SMALL + CAPITALS + DIGITS));
        }
        return password.toString();
    }

    private static char one(String alphabet) {
        return alphabet.charAt(RANDOM.nextInt(alphabet.length()));
    }
}
