/**
 * Reads, plans and runs pipelines over the passes that are in the framework.
 *
 * <pre>
 * text ──PipelineParser──▶ Pipeline ──Planner──▶ plan (leases) ──PassRun──▶ RunResult
 *                                       ▲
 *                  PassRegistry (service tracker, one LeaseGate a pass)
 * </pre>
 */
package org.latebind.pipeline;
