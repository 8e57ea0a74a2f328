package org.sellmeapen.audit;

/** The last sealed entry of a chain. */
record ChainHead(long sequence, byte[] mac) {}
