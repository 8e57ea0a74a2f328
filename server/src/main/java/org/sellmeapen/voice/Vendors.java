package org.sellmeapen.voice;

/** The vendors there are. */
final class Vendors {

    private Vendors() {}

    static Vendor open(RelaySettings settings, VendorCall call, VendorDoor door, Loop loop, Vendor.Told told) {
        if (settings.vendor().equals(GeminiVendor.ID)) {
            GeminiVendor gemini = new GeminiVendor(settings, call, loop, told);
            gemini.open(door);
            return gemini;
        }
        OpenAiVendor openAi = new OpenAiVendor(settings, call, loop, told);
        openAi.open(door);
        return openAi;
    }
}
