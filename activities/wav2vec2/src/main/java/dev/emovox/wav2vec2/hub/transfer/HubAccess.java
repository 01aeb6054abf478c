package dev.emovox.wav2vec2.hub.transfer;

import dev.emovox.settings.Secret;
import java.net.URI;
import java.util.Optional;

/**
 * Which hub is spoken to and by whom.
 *
 * @param endpoint address of the hub
 * @param token sent to the hub's own origin only
 * @param plainHttp whether another machine may be spoken to without encryption
 */
public record HubAccess(URI endpoint, Optional<Secret> token, boolean plainHttp) {

  boolean mayCarryToken(URI address) {
    return Origin.of(address).equals(Origin.of(endpoint));
  }

  boolean maySpeakTo(URI address) {
    return plainHttp || Origin.of(address).isProtected();
  }
}
