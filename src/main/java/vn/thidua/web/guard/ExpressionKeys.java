package vn.thidua.web.guard;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * Looks for keys that end in {@code Expression}, at any depth, in whatever case and however they are escaped. The engine
 * evaluates them: those inside {@code orQueries} even though expressions in ad-hoc queries are switched off
 * (CVE-2026-109432). The bytes are read by the same parser, in the same strict setting, that the REST layer reads them with,
 * so both see the same keys: escapes are resolved, UTF-16 and UTF-32 are detected, every duplicate is looked at.
 */
final class ExpressionKeys {

    private static final JsonFactory JSON = new JsonFactory();

    private ExpressionKeys() {}

    /**
     * @param freeNames top-level fields whose content is form variables, which may bear any name
     * @throws IOException if the body is not JSON
     */
    static boolean in(byte[] body, Set<String> freeNames) throws IOException {
        try (JsonParser parser = JSON.createParser(body)) {
            int depth = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isStructStart()) {
                    depth++;
                } else if (token.isStructEnd()) {
                    depth--;
                } else if (token == JsonToken.FIELD_NAME) {
                    String key = parser.currentName();
                    if (isOne(key)) {
                        return true;
                    }
                    if (depth == 1 && freeNames.contains(key)) {
                        parser.nextToken();
                        parser.skipChildren();
                    }
                }
            }
            return false;
        }
    }

    /** @throws IllegalArgumentException if the query string is not properly encoded */
    static boolean in(String queryString) {
        for (String pair : queryString.split("[&;]", -1)) {
            String key = pair.split("=", 2)[0];
            if (isOne(URLDecoder.decode(key, StandardCharsets.UTF_8))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOne(String key) {
        return key.strip().toLowerCase(Locale.ROOT).endsWith("expression");
    }
}
