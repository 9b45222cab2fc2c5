import { App } from "cdktf";
import { IdentityStack } from "./identity-stack";
import { OrdersStack } from "./orders-stack";
import { ReportsStack } from "./reports-stack";

const app = new App();
const { identity } = new IdentityStack(app, "identity");
new OrdersStack(app, "orders", { identity });
new ReportsStack(app, "reports", { identity });
app.synth();
