/** AssemblyAI: a live socket that hears. */
@NullMarked
package org.sellmeapen.ai.assemblyai;

import org.jspecify.annotations.NullMarked;
