package org.testimony.web.platform;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ForwardingTest {

  private static final Map<String, String> FORWARDED =
      Map.of(
          "Host", "127.0.0.1:8080",
          "X-Forwarded-For", "6.6.6.6, 203.0.113.7, 10.0.0.2",
          "X-Forwarded-Proto", "https",
          "X-Forwarded-Host", "labels.example.org");

  private final Forwarding forwarding =
      new Forwarding(
          new Settings() {
            @Override
            public List<String> trustedProxies() {
              return List.of("10.0.0.1", "10.0.0.2");
            }

            @Override
            public Optional<String> publicUrl() {
              return Optional.empty();
            }
          });

  private static HttpServletRequest request(String from, Map<String, String> headers) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            ForwardingTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getRemoteAddr" -> from;
                  case "getHeader" -> headers.get((String) arguments[0]);
                  case "isSecure" -> false;
                  case "getContextPath" -> "";
                  case "getServerName" -> "127.0.0.1";
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  @Test
  void believes_a_trusted_proxy_and_those_it_trusts() {
    HttpServletRequest request = request("10.0.0.1", FORWARDED);
    assertThat(forwarding.address(request)).isEqualTo("203.0.113.7");
    assertThat(forwarding.secure(request)).isTrue();
    assertThat(forwarding.base(request)).isEqualTo("https://labels.example.org");
  }

  @Test
  void does_not_believe_anybody_else() {
    HttpServletRequest request = request("198.51.100.1", FORWARDED);
    assertThat(forwarding.address(request)).isEqualTo("198.51.100.1");
    assertThat(forwarding.secure(request)).isFalse();
    assertThat(forwarding.base(request)).isEqualTo("http://127.0.0.1:8080");
  }

  @Test
  void knows_our_own_pages_by_host_and_port() {
    HttpServletRequest direct = request("198.51.100.1", Map.of("Host", "127.0.0.1:8080"));
    assertThat(forwarding.isOurs("http://127.0.0.1:8080", direct)).isTrue();
    assertThat(forwarding.isOurs("http://127.0.0.1:8081", direct)).isFalse();
    assertThat(forwarding.isOurs("null", direct)).isFalse();
    assertThat(forwarding.isOurs("http://[", direct)).isFalse();
  }
}
