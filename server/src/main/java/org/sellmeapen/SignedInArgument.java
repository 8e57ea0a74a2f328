package org.sellmeapen;

import org.jspecify.annotations.Nullable;
import org.sellmeapen.signin.NotSignedIn;
import org.sellmeapen.signin.Recognised;
import org.sellmeapen.tenancy.Public;
import org.sellmeapen.tenancy.SignedIn;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands controllers who asks. A public operation gets null when nobody is signed in. */
class SignedInArgument implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == SignedIn.class || parameter.getParameterType() == Recognised.class;
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory factory) {
        Object known = request.getAttribute(Recognised.ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        if (known instanceof Recognised recognised) {
            return parameter.getParameterType() == SignedIn.class ? recognised.who() : recognised;
        }
        if (parameter.hasMethodAnnotation(Public.class)) {
            return null;
        }
        throw new NotSignedIn();
    }
}
