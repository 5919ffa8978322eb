package vn.thidua.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * CVE-2026-77226, tried over HTTP: while nobody is an administrator, the first-run set-up makes one of anyone who asks.
 * Here nobody is one, and it does not.
 */
@WebTest
class SetupClosedTest {

    private static final String INTRUDER =
            "{\"profile\":{\"id\":\"kexamnhap\",\"firstName\":\"K\",\"lastName\":\"X\",\"email\":\"\"},"
                    + "\"credentials\":{\"password\":\"mat-khau-ke-xam-nhap\"}}";

    @Autowired
    ProcessEngine engine;

    @LocalServerPort
    int port;

    List<String> administrators;

    @BeforeEach
    void nobodyIsAnAdministrator() {
        administrators = engine.getIdentityService().createUserQuery().memberOfGroup("camunda-admin").list().stream()
                .map(User::getId)
                .toList();
        administrators.forEach(id -> engine.getIdentityService().deleteMembership(id, "camunda-admin"));
    }

    @AfterEach
    void administratorsAreBack() {
        administrators.forEach(id -> engine.getIdentityService().createMembership(id, "camunda-admin"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/setup/default/user/create/",
                "/camunda/api/admin/%73etup/default/user/create",
                "/camunda/api/admin/setup;a=b/default/user/create",
                "/camunda/api/admin//setup/default/user/create",
                "/camunda/api/admin/./setup/default/user/create",
                "/camunda/api/admin/x/../setup/default/user/create",
            })
    void theEndpointMakesNoAdministrator(String path) {
        Http anybody = new Http(port);
        anybody.get("/camunda/app/tasklist/default/");

        assertThat(anybody.post(path, INTRUDER).statusCode()).isEqualTo(403);

        assertThat(engine.getIdentityService()
                        .createUserQuery()
                        .userId("kexamnhap")
                        .count())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/app/admin/default/setup",
                "/camunda/app/admin/default/setup/",
                "/camunda/app/tasklist/default/setup/"
            })
    void thePageIsShut(String path) {
        assertThat(new Http(port).get(path).statusCode()).isEqualTo(403);
    }

    @Test
    void theWebAppsStayOpenToPeopleWithoutAnyAdministrator() {
        String person = new People(engine).person("chuyenvien", "thu-2024.VLG.EMULATION_OFFICER");
        Http officer = new Http(port);
        assertThat(officer.login(person, People.PASSWORD).statusCode()).isEqualTo(200);
        assertThat(officer.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
    }
}
