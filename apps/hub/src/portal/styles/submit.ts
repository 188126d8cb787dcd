/** Questions that follow from an answer hide where the browser understands :has(); elsewhere their labels say for whom they are. */
export const submit = `
@supports selector(:has(*)){.agent:not(:has(#a-yes:checked))~.for-agent,.agent:not(:has(#a-minor:checked))~.for-minor{display:none}}
`;
