package vn.thidua.mail;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Turns a template and its fields into subject, text and HTML. {@code mail/<template>.txt} holds the subject in its first
 * line and the text below; {@code mail/layout.txt} and {@code mail/layout.html} go around it. A template engine of its
 * own: nothing here is a web page.
 */
@Component
public class MailRenderer {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi-VN");
    private static final Map<String, Class<?>> MODELS = MailModel.all();

    private final SpringTemplateEngine engine = new SpringTemplateEngine();
    private final TextToHtml textToHtml;

    /** What goes out. */
    public record Rendered(String toName, String subject, String text, String html) {}

    public MailRenderer(MailProperties properties) {
        textToHtml = new TextToHtml(properties.baseUrl());
        engine.addTemplateResolver(resolver(".txt", TemplateMode.TEXT));
        engine.addTemplateResolver(resolver(".html", TemplateMode.HTML));
    }

    /** Renders, or refuses as {@link Outbox#enqueue} says. */
    public Rendered render(String template, String toName, Map<String, Object> model) {
        Class<?> type = MODELS.get(template);
        if (type == null) {
            throw new IllegalArgumentException("Mail template '" + template + "' is unknown: " + MODELS.keySet());
        }
        String name = ModelCheck.oneLine("toName", toName);
        Map<String, Object> fields = new HashMap<>(ModelCheck.check(template, type, model));
        fields.put("toName", name);
        fields.put("salutation", ToOrganisation.class.isAssignableFrom(type) ? name : "Ông/Bà " + name);
        String content = process(template + ".txt", fields);
        int end = content.indexOf('\n');
        String subject = ModelCheck.oneLine("subject", content.substring(0, end));
        String text = process("layout.txt", with(fields, "content", tidy(content.substring(end))));
        String html = process("layout.html", Map.of("subject", subject, "body", textToHtml.html(text)));
        return new Rendered(name, subject, tidy(text) + "\n", html);
    }

    private String process(String file, Map<String, Object> fields) {
        return engine.process("mail/" + file, new Context(VIETNAMESE, fields));
    }

    private static Map<String, Object> with(Map<String, Object> fields, String name, String value) {
        fields.put(name, value);
        return fields;
    }

    /** Conditions and loops leave blank lines behind. */
    private static String tidy(String text) {
        return text.replaceAll("[ \t]+(?=\n)", "").replaceAll("\n{3,}", "\n\n").strip();
    }

    private static ClassLoaderTemplateResolver resolver(String suffix, TemplateMode mode) {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(MailRenderer.class.getClassLoader());
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding("UTF-8");
        resolver.setResolvablePatterns(java.util.Set.of("*" + suffix));
        return resolver;
    }
}
