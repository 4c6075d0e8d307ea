import { useLocalStorage } from '@mantine/hooks'

/** « Affichage simple »: plain tables instead of grids, everywhere, remembered from one start to the next. */
export function useSimpleView(): [boolean, (simple: boolean) => void] {
  const [simple, setSimple] = useLocalStorage({
    key: 'registre.affichageSimple',
    defaultValue: false,
    getInitialValueInEffect: false,
  })
  return [simple, setSimple]
}
