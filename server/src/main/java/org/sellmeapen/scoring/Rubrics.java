package org.sellmeapen.scoring;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rubrics that ship with the product. */
public final class Rubrics {

    private static final List<String> SHIPPED = List.of("core", "spotting");

    private final Map<String, Rubric> byId;

    private Rubrics(Map<String, Rubric> byId) {
        this.byId = Map.copyOf(byId);
    }

    /** @throws RubricNotValid naming the file, the place and the remedy */
    public static Rubrics shipped() {
        Map<String, Rubric> byId = new HashMap<>();
        for (String id : SHIPPED) {
            String file = "/content/rubrics/" + id + ".yaml";
            try (InputStream in = Rubrics.class.getResourceAsStream(file)) {
                if (in == null) {
                    throw new RubricNotValid(file, "it is missing from the build.");
                }
                Rubric rubric = RubricFile.read(file, in);
                byId.put(rubric.id(), rubric);
                byId.put(rubric.address(), rubric);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new Rubrics(byId);
    }

    /** Without their versions. */
    public List<String> ids() {
        return SHIPPED;
    }

    /**
     * @param id {@code core} for the newest version or {@code core@1}
     * @throws NoSuchRubric where there is none
     */
    public Rubric byId(String id) {
        Rubric rubric = byId.get(id);
        if (rubric == null) {
            throw new NoSuchRubric(id);
        }
        return rubric;
    }
}
