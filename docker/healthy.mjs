/** Container health check: API and worker both answer /health/ready on their own port. */
try {
  const response = await fetch(`http://127.0.0.1:${process.env.PORT || 3000}/health/ready`, {
    signal: AbortSignal.timeout(4000),
  });
  process.exit(response.ok ? 0 : 1);
} catch {
  process.exit(1);
}
