/**
 * Personal data out of a text on its way out, and back into what comes back: names, telephone numbers, mail addresses,
 * cards and bank accounts become placeholders that models keep. Pure; owns no table. Whose names they are is the caller's
 * to say.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.sellmeapen.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
