package org.sellmeapen;

import java.io.IOException;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.sellmeapen.kernel.Ids;
import tools.jackson.databind.json.JsonMapper;

/** What the container refuses before any filter of ours sees it is a problem like any other, and no page of the container's. */
final class ContainerProblems extends ErrorReportValve {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Ids ids;

    ContainerProblems(Ids ids) {
        this.ids = ids;
        setShowReport(false);
        setShowServerInfo(false);
    }

    @Override
    protected void report(Request request, Response response, Throwable throwable) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        String code = status == 501 ? "method-not-allowed" : status >= 500 ? "bug" : "not-valid";
        try {
            String id = ids.next().toString();
            response.setHeader("X-Request-Id", id);
            response.setContentType("application/problem+json");
            byte[] body = JSON.writeValueAsBytes(Map.of(
                    "type",
                    "urn:sellmeapen:problem:" + code,
                    "title",
                    status == 501 ? "Method not allowed" : status >= 500 ? "Bug" : "Not valid",
                    "status",
                    status,
                    "detail",
                    "The request cannot be taken as it is.",
                    "code",
                    code,
                    "request_id",
                    id));
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException | IllegalStateException gone) {
            // Whoever asked is not there any more; the status was all there was to say.
            container.getLogger().debug("no problem written", gone);
        }
    }
}
