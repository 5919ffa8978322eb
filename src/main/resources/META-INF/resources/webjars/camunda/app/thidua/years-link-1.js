// In Tasklist's head: the way to the pages on which years stay readable.
export default [
  {
    id: 'thidua-years-link',
    pluginPoint: 'tasklist.navbar.action',
    priority: 200,
    render(node) {
      const anchor = document.createElement('a');
      anchor.href = '/nam';
      anchor.textContent = 'Năm thi đua';
      node.append(anchor);
    },
    unmount() {},
  },
];
