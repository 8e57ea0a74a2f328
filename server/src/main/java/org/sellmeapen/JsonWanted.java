package org.sellmeapen;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Who cannot take the answer is told before anything is done, and not after it was. */
class JsonWanted implements HandlerInterceptor {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws HttpMediaTypeNotAcceptableException {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept == null || SAFE.contains(request.getMethod()) || !(handler instanceof HandlerMethod)) {
            return true;
        }
        List<MediaType> wanted;
        try {
            wanted = MediaType.parseMediaTypes(accept);
        } catch (org.springframework.http.InvalidMediaTypeException unreadable) {
            throw new HttpMediaTypeNotAcceptableException("unreadable");
        }
        boolean possible = wanted.isEmpty()
                || wanted.stream()
                        .anyMatch(type -> type.isCompatibleWith(MediaType.APPLICATION_JSON)
                                || type.isCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                                || type.isCompatibleWith(MediaType.TEXT_EVENT_STREAM));
        if (!possible) {
            throw new HttpMediaTypeNotAcceptableException(List.of(MediaType.APPLICATION_JSON));
        }
        return true;
    }
}
