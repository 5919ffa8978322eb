package vn.thidua.web.login;

import java.util.Map;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import vn.thidua.calendar.Vietnam;

/** Renders our few pages outside of the web apps, from {@code web/*.html}; apart from the engine that renders mails. */
final class HtmlPages {

    private final TemplateEngine engine = engine();

    String render(String template, Map<String, Object> model) {
        return engine.process(template, new Context(Vietnam.LOCALE, Map.copyOf(model)));
    }

    private static TemplateEngine engine() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("web/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding("UTF-8");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        return engine;
    }
}
