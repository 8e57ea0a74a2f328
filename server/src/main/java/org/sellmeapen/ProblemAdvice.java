package org.sellmeapen;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolationException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.NotValid;
import org.sellmeapen.kernel.Problem;
import org.sellmeapen.kernel.RetryLater;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** The one place where a refusal becomes RFC 9457 problem+json. A bug is logged whole and answered without detail. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    record FieldError(String field, String message) {}

    @ExceptionHandler(Problem.class)
    ResponseEntity<Object> refused(Problem problem, HttpServletRequest request) {
        ProblemDetail body = body(problem.status(), problem.code(), problem.detail(), request);
        problem.facts().forEach(body::setProperty);
        if (problem instanceof NotValid one) {
            body.setProperty("errors", List.of(new FieldError(one.field(), one.detail())));
        }
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem instanceof RetryLater later) {
            headers.set(
                    HttpHeaders.RETRY_AFTER,
                    String.valueOf(Math.max(1, later.after().toSeconds())));
        }
        return ResponseEntity.status(problem.status()).headers(headers).body(body);
    }

    @ExceptionHandler(ConstraintViolationException.class)
    ResponseEntity<Object> violated(ConstraintViolationException violation, HttpServletRequest request) {
        List<FieldError> errors = violation.getConstraintViolations().stream()
                .map(v -> new FieldError(String.valueOf(v.getPropertyPath()), v.getMessage()))
                .toList();
        return notValid(errors, request);
    }

    /** By the firewall, once somebody reads the parameter it does not let through. */
    @ExceptionHandler(RequestRejectedException.class)
    ResponseEntity<Object> rejected(RequestRejectedException rejected, HttpServletRequest request) {
        return problem(400, "not-valid", "The request cannot be taken as it is.", request);
    }

    /** By the container, once somebody asks for parameters that are no text or are too many. */
    @ExceptionHandler(InvalidParameterException.class)
    ResponseEntity<Object> unreadable(InvalidParameterException unreadable, HttpServletRequest request) {
        return problem(400, "not-valid", "The parameters of the request cannot be read.", request);
    }

    @ExceptionHandler(Exception.class)
    ResponseEntity<Object> bug(Exception exception, HttpServletRequest request) {
        if (DatabaseAway.toldBy(exception)) {
            log.warn(
                    "database away request_id={} route={}",
                    RequestIds.of(request),
                    request.getServletPath(),
                    exception);
            return refused(new DatabaseAway(), request);
        }
        log.error("bug request_id={} route={}", RequestIds.of(request), request.getServletPath(), exception);
        return problem(
                500,
                "bug",
                "Something broke on our side. What was acknowledged before is saved. Tell your operator the reference.",
                request);
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException ex, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<FieldError> errors = ex.getBindingResult().getFieldErrors().stream()
                .map(e -> new FieldError(snake(e.getField()), String.valueOf(e.getDefaultMessage())))
                .toList();
        return notValid(errors, servlet(request));
    }

    @Override
    protected ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException ex, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<FieldError> errors = ex.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(e -> new FieldError(
                                snake(String.valueOf(result.getMethodParameter().getParameterName())),
                                String.valueOf(e.getDefaultMessage()))))
                .toList();
        return notValid(errors, servlet(request));
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException ex, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return problem(
                400,
                "unreadable-body",
                "The body is not the JSON this operation expects. The OpenAPI file describes it.",
                servlet(request));
    }

    @Override
    protected ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException ex, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        // An id that is not even an id says no more than an id of somebody else's.
        if (ex instanceof MethodArgumentTypeMismatchException mismatch
                && mismatch.getParameter()
                        .hasParameterAnnotation(org.springframework.web.bind.annotation.PathVariable.class)) {
            return problem(404, "not-found", "There is no such thing, or it is not yours to see.", servlet(request));
        }
        return problem(
                400,
                "not-valid",
                "The parameter " + snake(String.valueOf(ex.getPropertyName())) + " has a value of the wrong kind.",
                servlet(request));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception ex, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        Said said = said(status);
        ProblemDetail mapped = body(said.status(), said.code(), said.detail(), servlet(request));
        HttpHeaders ours = new HttpHeaders(); // what the framework hands over may be read only
        ours.addAll(headers);
        ours.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return ResponseEntity.status(status).headers(ours).body(mapped);
    }

    private ResponseEntity<Object> notValid(List<FieldError> errors, HttpServletRequest request) {
        ProblemDetail body =
                body(400, "not-valid", "Some values cannot be taken as they are. Nothing was changed.", request);
        body.setProperty("errors", errors);
        return ResponseEntity.badRequest()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }

    private ResponseEntity<Object> problem(int status, String code, String detail, HttpServletRequest request) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body(status, code, detail, request));
    }

    static ProblemDetail body(int status, String code, String detail, HttpServletRequest request) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(status), detail);
        body.setType(URI.create("urn:sellmeapen:problem:" + code));
        body.setTitle(Character.toUpperCase(code.charAt(0)) + code.substring(1).replace('-', ' '));
        body.setProperty("code", code);
        body.setProperty("request_id", RequestIds.of(request));
        return body;
    }

    /** What the framework refuses by itself, in our words. */
    private record Said(int status, String code, String detail) {}

    private static final List<Said> FRAMEWORK = List.of(
            new Said(404, "not-found", "There is nothing at this address."),
            new Said(405, "method-not-allowed", "This address does not take that method."),
            new Said(406, "not-acceptable", "Nothing of the kind you accept can be produced here."),
            new Said(413, "too-large", "The body is larger than this operation takes."),
            new Said(415, "unsupported-media-type", "This operation takes application/json."),
            new Said(503, "busy", "The request cannot be taken just now."));

    private static Said said(HttpStatusCode status) {
        return FRAMEWORK.stream()
                .filter(one -> one.status() == status.value())
                .findFirst()
                .orElseGet(() -> new Said(
                        status.value(),
                        status.is5xxServerError() ? "bug" : "not-valid",
                        "The request cannot be taken as it is."));
    }

    private static String snake(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    private static HttpServletRequest servlet(WebRequest request) {
        return ((ServletWebRequest) request).getRequest();
    }
}
