package org.sellmeapen.scenarios;

/**
 * Why a file is not served.
 *
 * @param line counted from 1; 0 where it concerns the file as a whole
 * @param remedy what the author should do
 */
public record ScenarioProblem(String file, int line, String message, String remedy) {}
