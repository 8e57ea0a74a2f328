package org.sellmeapen;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Duration;
import org.sellmeapen.kernel.NotFound;
import org.sellmeapen.tenancy.Public;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves the committed description of the API; a test holds it to what is really served. */
@RestController
class OpenApiController {

    private static final Resource FILE = new ClassPathResource("api/openapi.json");

    @Public
    @GetMapping(path = "/api/v1/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "This description")
    ResponseEntity<Resource> openApi() {
        if (!FILE.exists()) {
            throw new NotFound("description in this build");
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)))
                .body(FILE);
    }
}
