package vn.thidua.web.rest;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.rest.exception.ExceptionHandler;
import org.camunda.bpm.engine.rest.exception.ProcessEngineExceptionHandler;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.camunda.bpm.engine.rest.exception.RestExceptionHandler;

/** Puts {@link Errors} in the place of the engine's own exception mappers, which cannot be extended. */
final class ErrorMappers {

    private ErrorMappers() {}

    /** The same classes, with our mappers instead of the engine's. */
    static Set<Class<?>> replaceIn(Set<Class<?>> classes) {
        Set<Class<?>> ours = new HashSet<>(classes);
        ours.remove(ExceptionHandler.class);
        ours.remove(RestExceptionHandler.class);
        ours.remove(ProcessEngineExceptionHandler.class);
        ours.addAll(Set.of(OfAnything.class, OfRest.class, OfEngine.class));
        return ours;
    }

    @Provider
    public static final class OfAnything implements ExceptionMapper<Throwable> {
        private final UriInfo uri;

        public OfAnything(@Context UriInfo uri) {
            this.uri = uri;
        }

        @Override
        public Response toResponse(Throwable error) {
            return Errors.toResponse(error, uri.getPath());
        }
    }

    @Provider
    public static final class OfRest implements ExceptionMapper<RestException> {
        private final UriInfo uri;

        public OfRest(@Context UriInfo uri) {
            this.uri = uri;
        }

        @Override
        public Response toResponse(RestException error) {
            return Errors.toResponse(error, uri.getPath());
        }
    }

    @Provider
    public static final class OfEngine implements ExceptionMapper<ProcessEngineException> {
        private final UriInfo uri;

        public OfEngine(@Context UriInfo uri) {
            this.uri = uri;
        }

        @Override
        public Response toResponse(ProcessEngineException error) {
            return Errors.toResponse(error, uri.getPath());
        }
    }
}
