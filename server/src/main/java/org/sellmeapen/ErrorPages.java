package org.sellmeapen;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.sellmeapen.tenancy.Public;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What goes wrong outside any controller (refused by the firewall, thrown by a filter) is a problem like any other. */
@RestController
@Hidden
class ErrorPages implements ErrorController {

    @Public
    @RequestMapping("/error")
    ResponseEntity<ProblemDetail> error(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable trouble
                && DatabaseAway.toldBy(trouble)) {
            DatabaseAway away = new DatabaseAway();
            return ResponseEntity.status(away.status())
                    .header(HttpHeaders.RETRY_AFTER, String.valueOf(away.after().toSeconds()))
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(ProblemAdvice.body(away.status(), away.code(), away.detail(), request));
        }
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        ProblemDetail body = ProblemAdvice.body(
                status,
                status == 404 ? "not-found" : status >= 500 ? "bug" : "not-valid",
                status == 404
                        ? "There is nothing at this address."
                        : status >= 500
                                ? "Something broke on our side. Tell your operator the reference."
                                : "The request cannot be taken as it is.",
                request);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }
}
