package org.sellmeapen.tenancy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The caller is signed in; every role may. What is shown or changed is their own or common knowledge of the organisation. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface NeedsSignIn {

    /** Only a person in a browser, never a token: for what would let a leaked token outlive its revocation. */
    boolean inPerson() default false;
}
