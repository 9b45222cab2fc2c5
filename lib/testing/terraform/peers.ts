const PEERS = ["@grpc/grpc-js", "@grpc/proto-loader", "@msgpack/msgpack"];

const missing = PEERS.filter((name) => !isInstalled(name));
if (missing.length > 0) {
  throw new Error(
    `cdktf-azure-identity/testing/terraform speaks to Terraform with packages that are not installed: ${missing.join(", ")}; they are optional peers; run npm install --save-dev ${missing.join(" ")}`,
  );
}

function isInstalled(name: string): boolean {
  try {
    require.resolve(name);
    return true;
  } catch {
    return false;
  }
}
