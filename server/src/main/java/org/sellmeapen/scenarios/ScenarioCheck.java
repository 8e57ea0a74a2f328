package org.sellmeapen.scenarios;

import java.util.List;

/** What a room above knows must hold of a scenario before it is served. */
public interface ScenarioCheck {

    /** What is wrong; empty when nothing is. */
    List<Finding> check(Script script);

    /**
     * @param at JSON pointer into the file, such as {@code /rubric}
     * @param message what is wrong
     * @param remedy what to write instead
     */
    record Finding(String at, String message, String remedy) {}
}
