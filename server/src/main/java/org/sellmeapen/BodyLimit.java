package org.sellmeapen;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bounds what a request may send; the container bounds only forms. Announced or not, nothing beyond is read, and a type
 * that is no type is refused before anybody stumbles over it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class BodyLimit extends OncePerRequestFilter {

    /** Where sound is sent; it goes to a file and never into memory. */
    private static final Pattern RECORDINGS = Pattern.compile("/api/v1/(speech-measurements|drills/[^/]+/takes)");

    private final long most;
    private final long mostOfRecording;
    private final ProblemWriter problems;

    BodyLimit(
            @Value("${sellmeapen.max-body}") DataSize most,
            @Value("${sellmeapen.max-recording}") DataSize mostOfRecording,
            ProblemWriter problems) {
        this.most = most.toBytes();
        this.mostOfRecording = mostOfRecording.toBytes();
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // A key makes the request repeatable, and what is repeated is kept in memory.
        boolean recording =
                RECORDINGS.matcher(request.getRequestURI()).matches() && request.getHeader("Idempotency-Key") == null;
        long limit = recording ? mostOfRecording : most;
        String type = request.getContentType();
        if (type != null && type.indexOf('*') >= 0) {
            problems.write(
                    request, response, 415, "unsupported-media-type", "A Content-Type is one type, not a range.");
        } else if (request.getContentLengthLong() > limit) {
            BodyTooLarge refusal = new BodyTooLarge(limit);
            problems.write(request, response, refusal.status(), refusal.code(), refusal.detail());
        } else if (request.getContentLengthLong() < 0) {
            chain.doFilter(new Counted(request, limit), response);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** A body that did not say how long it is. */
    private static final class Counted extends HttpServletRequestWrapper {

        private final long limit;

        Counted(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new CountedStream(super.getInputStream(), limit);
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class CountedStream extends ServletInputStream {

        private final ServletInputStream inner;
        private final long limit;
        private long read;

        CountedStream(ServletInputStream inner, long limit) {
            this.inner = inner;
            this.limit = limit;
        }

        private int count(int n) {
            read += Math.max(n, 0);
            if (read > limit) {
                throw new BodyTooLarge(limit);
            }
            return n;
        }

        @Override
        public int read() throws IOException {
            int next = inner.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return count(inner.read(target, offset, length));
        }

        @Override
        public boolean isFinished() {
            return inner.isFinished();
        }

        @Override
        public boolean isReady() {
            return inner.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            inner.setReadListener(listener);
        }
    }
}
