export { PlainTable } from '../../components/PlainTable';
