package org.sellmeapen.voice;

import org.springframework.stereotype.Component;

/** Nothing is recorded. */
@Component
class NoTapes implements CallTapes {

    @Override
    public Tape tape(Call call, Loop loop) {
        return new Tape(null, call.upRate());
    }
}
