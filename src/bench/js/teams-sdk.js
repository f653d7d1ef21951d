// An echo bot as the quickstart of Microsoft's Teams SDK has it, without the typing sign, which would be a second call.
const { App } = require('@microsoft/teams.apps');

const app = new App({ dangerouslyAllowUnauthenticatedRequests: true });
app.on('message', async ({ send, activity }) => {
    await send(`you said "${activity.text}"`);
});
app.start(Number(process.argv[2])).catch(console.error);
