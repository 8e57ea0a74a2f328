/** Language models and embeddings of AWS Bedrock. Knows how it is asked and how it answers, and nothing else. */
@NullMarked
package org.sellmeapen.ai.bedrock;

import org.jspecify.annotations.NullMarked;
