package org.sellmeapen;

import java.util.Map;
import org.sellmeapen.tenancy.Public;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** For whoever watches the process: alive at all, and able to serve. */
@RestController
class Health {

    private final JdbcClient jdbc;

    Health(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Public
    @GetMapping("/live")
    Map<String, String> live() {
        return Map.of("status", "live");
    }

    @Public
    @GetMapping("/ready")
    ResponseEntity<Map<String, String>> ready() {
        try {
            jdbc.sql("select 1").query(Integer.class).single();
            return ResponseEntity.ok(Map.of("status", "ready"));
        } catch (DataAccessException away) {
            return ResponseEntity.status(503).body(Map.of("status", "database-away"));
        }
    }
}
