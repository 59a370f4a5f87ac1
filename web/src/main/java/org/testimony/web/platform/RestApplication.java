package org.testimony.web.platform;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** REST, version 1. */
@ApplicationPath("/api/v1")
public class RestApplication extends Application {}
