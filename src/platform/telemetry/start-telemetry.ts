import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { registerInstrumentations } from '@opentelemetry/instrumentation';
import { HttpInstrumentation } from '@opentelemetry/instrumentation-http';
import { PgInstrumentation } from '@opentelemetry/instrumentation-pg';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import type { Request } from 'express';
import { routeOf } from '../metrics/watch-requests.js';
import { ImpersonalExporter } from './impersonal-exporter.js';

/**
 * Sends traces of requests and statements to the collector that the variables of OpenTelemetry name. To be called
 * before anything else is loaded: what is watched is changed while it loads.
 * @returns sends what is left and stops
 */
export function startTelemetry(role: string): () => Promise<void> {
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'welcome-talks', 'service.role': role }),
    spanProcessors: [new BatchSpanProcessor(new ImpersonalExporter(new OTLPTraceExporter()))],
  });
  provider.register();
  registerInstrumentations({
    tracerProvider: provider,
    instrumentations: [
      new HttpInstrumentation({
        disableOutgoingRequestInstrumentation: true,
        applyCustomAttributesOnSpan: (span, request) => {
          // Nest hands on the request of Node itself, with the route that matched
          const route = routeOf(request as Request);
          span.setAttribute('http.route', route);
          span.updateName(`${(request as Request).method} ${route}`);
        },
      }),
      new PgInstrumentation({ requireParentSpan: true }),
    ],
  });
  return () => provider.shutdown();
}
